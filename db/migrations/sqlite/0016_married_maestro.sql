CREATE TABLE `guest_views` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`query` text NOT NULL,
	`is_shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_views_name` ON `guest_views` (`event_id`,`user_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `guest_views_shared` ON `guest_views` (`event_id`,`is_shared`);--> statement-breakpoint
CREATE TABLE `mailing_picks` (
	`mailing_id` text NOT NULL,
	`reader_id` text NOT NULL,
	PRIMARY KEY(`mailing_id`, `reader_id`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailings`(`id`) ON UPDATE no action ON DELETE cascade
);
