CREATE TABLE `guest_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`user_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `guest_notes_invitation` ON `guest_notes` (`invitation_id`,`at`);--> statement-breakpoint
CREATE TABLE `guest_words` (
	`attendee_id` text NOT NULL,
	`word` text NOT NULL,
	`event_id` text NOT NULL,
	PRIMARY KEY(`attendee_id`, `word`),
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `guest_words_word` ON `guest_words` (`event_id`,`word`,`attendee_id`);--> statement-breakpoint
CREATE TABLE `undo_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`user_id` text,
	`action` text NOT NULL,
	`changed` integer NOT NULL,
	`undone_at` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `undo_entries_event` ON `undo_entries` (`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `undo_entries_expiry` ON `undo_entries` (`expires_at`);--> statement-breakpoint
CREATE TABLE `undo_rows` (
	`undo_id` text NOT NULL,
	`position` integer NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`undo_id`, `position`),
	FOREIGN KEY (`undo_id`) REFERENCES `undo_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `answers_event`;--> statement-breakpoint
CREATE INDEX `answers_event` ON `answers` (`event_id`,`at`,`id`);--> statement-breakpoint
DROP INDEX `attendances_part`;--> statement-breakpoint
CREATE INDEX `attendances_answered` ON `attendances` (`part_id`,`answered_at`,`attendee_id`);--> statement-breakpoint
CREATE INDEX `attendances_channel` ON `attendances` (`event_id`,`answered_via`) WHERE "attendances"."answered_via" is not null;--> statement-breakpoint
CREATE INDEX `attendances_part` ON `attendances` (`part_id`,`status`,`attendee_id`);--> statement-breakpoint
DROP INDEX `attendees_event`;--> statement-breakpoint
CREATE INDEX `attendees_organisation` ON `attendees` (`event_id`,`organisation_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `attendees_language` ON `attendees` (`event_id`,`language`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `attendees_with_needs` ON `attendees` (`event_id`) WHERE "attendees"."needs" <> '{}';--> statement-breakpoint
CREATE INDEX `attendees_delegations` ON `attendees` (`event_id`,`seat`) WHERE "attendees"."source" <> 'invitation';--> statement-breakpoint
CREATE INDEX `attendees_event` ON `attendees` (`event_id`,`sort_key`,`id`);--> statement-breakpoint
DROP INDEX `messages_event`;--> statement-breakpoint
CREATE INDEX `messages_event_state` ON `messages` (`event_id`,`state`);--> statement-breakpoint
CREATE INDEX `messages_event` ON `messages` (`event_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_state` ON `invitations` (`event_id`,`state`);--> statement-breakpoint
CREATE INDEX `invitations_wrong_recipient` ON `invitations` (`event_id`) WHERE "invitations"."wrong_recipient_at" is not null;--> statement-breakpoint
CREATE INDEX `invitations_unanswered` ON `invitations` (`event_id`,`answered_at`);