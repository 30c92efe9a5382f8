import { runImport } from './import-command.server.ts'

/* `npm run import -- guests <file> [--dry-run]`: a guest list taken into the directory from the command line. */
process.exitCode = await runImport(process.argv.slice(2), {
  settings: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
})
