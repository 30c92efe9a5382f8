CREATE TABLE `exhibition_tours` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`booth_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibition_tours_slug` ON `exhibition_tours` (`event_id`,`slug`);--> statement-breakpoint
CREATE INDEX `exhibition_tours_event` ON `exhibition_tours` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `visitor_enquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`exhibit_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`message` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visitor_enquiries_exhibit` ON `visitor_enquiries` (`exhibit_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `visitor_enquiries_event` ON `visitor_enquiries` (`event_id`,`done_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `visitor_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`exhibit_id` text,
	`score` integer NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `visitor_feedback_exhibit` ON `visitor_feedback` (`exhibit_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `visitor_feedback_event` ON `visitor_feedback` (`event_id`,`created_at`);