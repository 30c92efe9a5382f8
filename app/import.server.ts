import { runImport } from './import-command.server.ts'

/*
 * `npm run import`: a guest list taken into the directory, a schedule into an event's agenda, displacement figures, results of
 * programmes or a list of activities into the office, from the command line. Given no words it says which it knows.
 */
process.exitCode = await runImport(process.argv.slice(2), {
  settings: process.env,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
})
