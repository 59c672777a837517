//! One file per output format, each a function over the report. Nothing is sorted or counted here.
