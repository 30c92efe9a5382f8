CREATE TABLE `agenda_sign_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_sign_ups_item` ON `agenda_sign_ups` (`item_id`,`attendee_id`);--> statement-breakpoint
CREATE INDEX `agenda_sign_ups_attendee` ON `agenda_sign_ups` (`attendee_id`);--> statement-breakpoint
CREATE TABLE `agenda_tracks` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agenda_tracks_event` ON `agenda_tracks` (`event_id`,`position`);--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`person_id` text,
	`attendee_id` text,
	`email` text,
	`language` text NOT NULL,
	`biography` text DEFAULT '{}' NOT NULL,
	`picture_id` text,
	`token_version` integer DEFAULT 1 NOT NULL,
	`token_hash` text NOT NULL,
	`source_id` text,
	`asked_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`picture_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speakers_token` ON `speakers` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `speakers_person` ON `speakers` (`event_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `speakers_attendee` ON `speakers` (`event_id`,`attendee_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `speakers_source` ON `speakers` (`event_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `agenda_document_files` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_document_id` text NOT NULL,
	`document_id` text NOT NULL,
	`language` text,
	`number` integer NOT NULL,
	`downloads` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agenda_document_id`) REFERENCES `agenda_documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_document_files_paper` ON `agenda_document_files` (`agenda_document_id`,`language`,`number`);--> statement-breakpoint
CREATE INDEX `agenda_document_files_document` ON `agenda_document_files` (`document_id`);--> statement-breakpoint
CREATE TABLE `agenda_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`item_id` text,
	`speaker_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`audience` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `agenda_documents_event` ON `agenda_documents` (`event_id`);--> statement-breakpoint
CREATE INDEX `agenda_documents_item` ON `agenda_documents` (`item_id`,`position`);--> statement-breakpoint
CREATE TABLE `agenda_import_items` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`items` text NOT NULL,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `agenda_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `agenda_imported` (
	`item_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`source` text NOT NULL,
	`digests` text NOT NULL,
	`places` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agenda_imported_event` ON `agenda_imported` (`event_id`,`source`);--> statement-breakpoint
CREATE TABLE `agenda_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`user_id` text,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`head` text NOT NULL,
	`choices` text NOT NULL,
	`report` text,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `agenda_imports_event` ON `agenda_imports` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`owner_id` text,
	`owner_name` text NOT NULL,
	`due_on` text,
	`state` text NOT NULL,
	`carried_from_id` text,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `outcomes_event` ON `outcomes` (`event_id`,`kind`,`state`);--> statement-breakpoint
CREATE INDEX `outcomes_item` ON `outcomes` (`item_id`,`position`);--> statement-breakpoint
CREATE TABLE `released_items` (
	`release_id` text NOT NULL,
	`item_id` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`release_id`, `item_id`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `released_items_day` ON `released_items` (`release_id`,`day`,`starts_at`);--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`number` integer NOT NULL,
	`note` text NOT NULL,
	`released_by` text,
	`released_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`released_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_event` ON `releases` (`event_id`,`number`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `track_id` text REFERENCES agenda_tracks(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `is_scheduled` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `takes_sign_ups` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `seats` integer;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `outcome` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `source_id` text;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `foreign` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_source` ON `agenda_items` (`event_id`,`source_id`);--> statement-breakpoint
ALTER TABLE `agenda_roles` ADD `speaker_id` text REFERENCES speakers(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `agenda_roles` ADD `confirmation` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_roles` ADD `answered_at` integer;--> statement-breakpoint
ALTER TABLE `agenda_roles` ADD `contribution` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX `agenda_roles_speaker` ON `agenda_roles` (`speaker_id`);--> statement-breakpoint
ALTER TABLE `rooms` ADD `channels` text DEFAULT '[]' NOT NULL;