//! Opens shared libraries and registers the plugins they hold with a MiniScript VM.
