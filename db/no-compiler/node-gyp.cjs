#!/usr/bin/env node
/*
 * better-sqlite3 carries its binaries and asks not to be compiled (`gypfile: false`), but npm forgets that when it
 * installs from a lockfile and calls node-gyp, which fails on a machine without Python and a compiler. npm finds this
 * command first, and it does nothing. See docs/decisions/007-nothing-is-compiled.md.
 */
