//! What the printed card says besides the guide.
