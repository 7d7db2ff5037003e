//! The only module that names web-sys and js-sys: ports, storage, clock, language.
