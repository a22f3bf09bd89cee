#![doc(html_logo_url = "https://yew.rs/img/logo.png")]
//! # Yew Framework - API Documentation
//!
//! Yew is a modern Rust framework for creating multi-threaded front-end web apps using WebAssembly
//!
//! This copy is the part of it that Qari uses: components as functions of their properties, and the tree of nodes that
//! is compared with the one before it. `PATCHES.md` beside this folder says what is gone and what was written anew.
//!
//! ### Supported Features:
//! - `csr`: Enables Client-side Rendering support and [`Renderer`].
//! - `ssr`: Enables Server-side Rendering support and [`LocalServerRenderer`].

#![deny(
    missing_docs,
    missing_debug_implementations,
    bare_trait_objects,
    anonymous_parameters,
    elided_lifetimes_in_paths
)]
extern crate self as yew;

#[cfg(feature = "csr")]
mod app_handle;
#[cfg(feature = "csr")]
mod dom_bundle;
pub mod html;
#[cfg(feature = "csr")]
mod renderer;
#[cfg(feature = "ssr")]
mod server_renderer;
pub mod virtual_dom;

pub mod prelude {
    //! The Yew Prelude
    //!
    //! The purpose of this module is to alleviate imports of many common types:
    //!
    //! ```
    //! # #![allow(unused_imports)]
    //! use yew::prelude::*;
    //! ```

    #[cfg(feature = "csr")]
    pub use crate::app_handle::AppHandle;
    pub use crate::html::{Component, Context, Html, Properties};
    pub use crate::virtual_dom::AttrValue;
}

pub use self::prelude::*;
#[cfg(feature = "csr")]
pub use crate::renderer::Renderer;
#[cfg(feature = "ssr")]
pub use server_renderer::*;
