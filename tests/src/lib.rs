//! Whole-product tests: the script corpus, the demo and the promises of the engine.
