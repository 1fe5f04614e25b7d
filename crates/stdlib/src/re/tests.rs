//! The engine without a VM.
