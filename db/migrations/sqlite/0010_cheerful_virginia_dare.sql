CREATE TABLE `clearance_forms` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`sealed` text NOT NULL,
	`written_for` text NOT NULL,
	`has_both_names` integer NOT NULL,
	`has_birth_on` integer NOT NULL,
	`via` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `clearance_forms_event` ON `clearance_forms` (`event_id`);--> statement-breakpoint
CREATE TABLE `clearance_keys` (
	`event_id` text PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `clearance_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`number` integer NOT NULL,
	`sealed` text NOT NULL,
	`people` integer NOT NULL,
	`added` integer NOT NULL,
	`removed` integer NOT NULL,
	`changed` integer NOT NULL,
	`made_by` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clearance_lists_number` ON `clearance_lists` (`event_id`,`number`);--> statement-breakpoint
CREATE TABLE `clearance_purges` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`forms` integer NOT NULL,
	`lists` integer NOT NULL,
	`key_id` text NOT NULL,
	`purged_at` integer NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `clearance_purges_event` ON `clearance_purges` (`event_id`,`purged_at`);--> statement-breakpoint
CREATE TABLE `clearance_settings` (
	`event_id` text PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`part_ids` text NOT NULL,
	`asked` text NOT NULL,
	`due_at` integer NOT NULL,
	`institution_fills` integer NOT NULL,
	`columns` text NOT NULL,
	`languages` text NOT NULL,
	`purge_days` integer NOT NULL,
	`contact` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
