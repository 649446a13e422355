@rem `npm start` is "exec node scripts/start.mjs", so that a signal to npm reaches Welt itself. Windows has no exec: this is it.
@%*
