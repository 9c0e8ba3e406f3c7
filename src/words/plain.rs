//! Line by line: what only that face of the program says.
