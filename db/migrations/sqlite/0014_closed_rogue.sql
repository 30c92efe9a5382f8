CREATE TABLE `event_precedence` (
	`event_id` text PRIMARY KEY NOT NULL,
	`kinds` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `office_precedence` (
	`office_id` text PRIMARY KEY NOT NULL,
	`kinds` text NOT NULL,
	`substitutes` text NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `precedence_places` (
	`event_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`place` text NOT NULL,
	`anchor_id` text,
	`turn` integer NOT NULL,
	PRIMARY KEY(`event_id`, `subject`, `subject_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `precedence_places_anchor` ON `precedence_places` (`event_id`,`anchor_id`);--> statement-breakpoint
CREATE TABLE `precedence_recounts` (
	`event_id` text PRIMARY KEY NOT NULL,
	`after_id` text DEFAULT '' NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `attendees` ADD `precedence_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `attendees_precedence` ON `attendees` (`event_id`,`precedence_key`,`id`);--> statement-breakpoint
CREATE INDEX `attendees_substitute` ON `attendees` (`substitute_for`);--> statement-breakpoint
-- Whoever is invited already has no place yet: the order of every event is renewed at the next start.
INSERT INTO `precedence_recounts` (`event_id`, `after_id`, `asked_at`) SELECT `id`, '', 0 FROM `events`;
