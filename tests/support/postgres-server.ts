import { Client, Pool } from 'pg'
import type { TestProject } from 'vitest/node'
import { migratePostgres } from '../../db/migrate.server.ts'
import { startPostgres } from './postgres.ts'

/** Starts the server and migrates one database that every test then copies. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  const client = new Client({ connectionString: `${server.url}/postgres` })
  await client.connect()
  await client.query('create database template_majlis')
  await client.end()
  const pool = new Pool({ connectionString: `${server.url}/template_majlis` })
  await migratePostgres(pool)
  await pool.end()
  project.provide('template', server.url)
  return () => server.stop()
}
