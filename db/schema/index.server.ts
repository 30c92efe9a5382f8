// The one permitted barrel: drizzle and drizzle-kit want the whole schema as one object.
export * from './accounts.server.ts'
export * from './agenda.server.ts'
export * from './directory.server.ts'
export * from './events.server.ts'
export * from './exhibition.server.ts'
export * from './files.server.ts'
export * from './invitations.server.ts'
export * from './mail.server.ts'
