//! The loop: input, update, effects, draw; sleeping until the next visible change.
