CREATE TABLE `calendar_entries` (
	`attendee_id` text NOT NULL,
	`part_id` text NOT NULL,
	`event_id` text NOT NULL,
	`address` text NOT NULL,
	`reply_id` text NOT NULL,
	`method` text NOT NULL,
	`sequence` integer NOT NULL,
	`part_sequence` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`location` text NOT NULL,
	`told_at` integer NOT NULL,
	`replied_sequence` integer,
	`replied_stamped_at` integer,
	PRIMARY KEY(`attendee_id`, `part_id`),
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_entries_reply` ON `calendar_entries` (`reply_id`);--> statement-breakpoint
CREATE INDEX `calendar_entries_event` ON `calendar_entries` (`event_id`,`method`);--> statement-breakpoint
CREATE INDEX `calendar_entries_part` ON `calendar_entries` (`part_id`);--> statement-breakpoint
CREATE TABLE `inbox_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`invitation_id` text,
	`attendee_id` text,
	`part_id` text,
	`message_id` text,
	`fingerprint` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`from_name` text NOT NULL,
	`from_address` text NOT NULL,
	`is_authentic` integer DEFAULT false NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`is_cut` integer DEFAULT false NOT NULL,
	`attachments` text NOT NULL,
	`reply` text,
	`report` text,
	`calendar` text,
	`received_at` integer NOT NULL,
	`settled_by` text,
	`settled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_mails_fingerprint` ON `inbox_mails` (`fingerprint`);--> statement-breakpoint
CREATE INDEX `inbox_mails_event` ON `inbox_mails` (`event_id`,`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `inbox_mails_office` ON `inbox_mails` (`office_id`,`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `inbox_mails_invitation` ON `inbox_mails` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `mailboxes` (
	`id` text PRIMARY KEY NOT NULL,
	`uid_validity` text,
	`last_uid` integer DEFAULT 0 NOT NULL,
	`leased_by` text,
	`leased_until` integer,
	`connected_at` integer,
	`read_at` integer,
	`error` text DEFAULT '' NOT NULL,
	`failed_at` integer
);
--> statement-breakpoint
CREATE INDEX `attendees_email` ON `attendees` (`email`);