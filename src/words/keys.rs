//! What the keys do: in a word for the last line, in a sentence for the help.
