CREATE TABLE `listing_consents` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`agrees` integer NOT NULL,
	`via` text NOT NULL,
	`entered_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `listing_consents_event` ON `listing_consents` (`event_id`,`agrees`);--> statement-breakpoint
CREATE TABLE `privacy_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`via` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`wanted` text,
	`answer` text DEFAULT '' NOT NULL,
	`reach` text,
	`counts` text,
	`notice_id` text,
	`due_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `privacy_requests_event` ON `privacy_requests` (`event_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `privacy_requests_attendee` ON `privacy_requests` (`attendee_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `purge_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`key` text NOT NULL,
	`leased_until` integer NOT NULL,
	`counts` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `purge_runs_key` ON `purge_runs` (`office_id`,`key`);--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`office_id` text PRIMARY KEY NOT NULL,
	`texts_days` integer,
	`messages_days` integer,
	`identities_days` integer,
	`history_days` integer,
	`imports_days` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
