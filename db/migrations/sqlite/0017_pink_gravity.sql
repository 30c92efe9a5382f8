CREATE TABLE `event_counts` (
	`event_id` text NOT NULL,
	`of` text NOT NULL,
	`part_id` text NOT NULL,
	`state` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`event_id`, `of`, `part_id`, `state`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `invitations_wrong_recipient`;--> statement-breakpoint
CREATE INDEX `invitations_wrong_recipient` ON `invitations` (`event_id`,`wrong_recipient_at`) WHERE "invitations"."wrong_recipient_at" is not null;--> statement-breakpoint
CREATE INDEX `attendees_wrong_recipient` ON `attendees` (`event_id`,`wrong_recipient_at`) WHERE "attendees"."wrong_recipient_at" is not null;