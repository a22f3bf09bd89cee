// The page as a bundler takes it, with a style sheet of its own.
import './page.css';
import './main.js';
