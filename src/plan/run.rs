//! Applying a plan as a sans-IO state machine: it says what to do next and is fed what came of it.
