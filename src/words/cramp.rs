//! A cramp now: what stands beside the steps of the guide.
