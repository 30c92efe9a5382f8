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
