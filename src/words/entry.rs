//! What is asked and said about one entry of the diary.
