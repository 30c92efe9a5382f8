CREATE TABLE `exhibit_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`exhibit_id` text NOT NULL,
	`block_id` text,
	`text` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_comments_exhibit` ON `exhibit_comments` (`exhibit_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `exhibit_locks` (
	`exhibit_id` text NOT NULL,
	`part` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`exhibit_id`, `part`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `exhibit_teams` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`exhibit_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`token_version` integer DEFAULT 1 NOT NULL,
	`token_hash` text NOT NULL,
	`invited_at` integer,
	`reminded_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibit_teams_token` ON `exhibit_teams` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `exhibit_teams_address` ON `exhibit_teams` (`exhibit_id`,`email`);--> statement-breakpoint
CREATE INDEX `exhibit_teams_event` ON `exhibit_teams` (`event_id`,`exhibit_id`);--> statement-breakpoint
ALTER TABLE `exhibits` ADD `due_at` integer;