/// Render Error: nothing can suspend in this copy, so there is none.
pub type RenderError = std::convert::Infallible;

/// Render Result.
pub type RenderResult<T> = std::result::Result<T, RenderError>;
