//! The config file: what it may say, and how flag, environment, file and default merge.
