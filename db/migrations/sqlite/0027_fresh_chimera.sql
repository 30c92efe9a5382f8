CREATE TABLE `event_programmes` (
	`event_id` text NOT NULL,
	`programme_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `programme_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `event_programmes_of` ON `event_programmes` (`programme_id`);--> statement-breakpoint
CREATE TABLE `indicator_results` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`phase_id` text,
	`pcode` text,
	`value` real NOT NULL,
	`qualifier` text NOT NULL,
	`target` real,
	`groups` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	`source_url` text,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`phase_id`) REFERENCES `programme_phases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `indicator_results_of` ON `indicator_results` (`indicator_id`);--> statement-breakpoint
CREATE INDEX `indicator_results_place` ON `indicator_results` (`pcode`);--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`component_id` text,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_id`) REFERENCES `programme_components`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `indicators_of` ON `indicators` (`programme_id`,`position`);--> statement-breakpoint
CREATE TABLE `programme_components` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `programme_components_of` ON `programme_components` (`programme_id`,`position`);--> statement-breakpoint
CREATE TABLE `programme_phases` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `programme_phases_of` ON `programme_phases` (`programme_id`,`position`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`acronym` text NOT NULL,
	`description` text NOT NULL,
	`donors` text NOT NULL,
	`since` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programmes_slug` ON `programmes` (`office_id`,`slug`);