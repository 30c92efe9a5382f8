CREATE TABLE `displacement_datasets` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`operation` text NOT NULL,
	`operation_key` text NOT NULL,
	`population` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`source_url` text,
	`terms` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `displacement_datasets_key` ON `displacement_datasets` (`office_id`,`operation_key`,`population`);--> statement-breakpoint
CREATE UNIQUE INDEX `displacement_datasets_slug` ON `displacement_datasets` (`office_id`,`slug`);--> statement-breakpoint
CREATE TABLE `displacement_figures` (
	`round_id` text NOT NULL,
	`pcode` text NOT NULL,
	`district_key` text NOT NULL,
	`district_code` text NOT NULL,
	`district_name` text NOT NULL,
	`individuals` integer,
	`households` integer,
	`is_sum` integer NOT NULL,
	PRIMARY KEY(`round_id`, `pcode`, `district_key`),
	FOREIGN KEY (`round_id`) REFERENCES `displacement_rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `displacement_figures_place` ON `displacement_figures` (`pcode`,`district_key`);--> statement-breakpoint
CREATE TABLE `displacement_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`dataset_id` text NOT NULL,
	`round` integer NOT NULL,
	`reported_on` text NOT NULL,
	FOREIGN KEY (`dataset_id`) REFERENCES `displacement_datasets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `displacement_rounds_key` ON `displacement_rounds` (`dataset_id`,`reported_on`,`round`);--> statement-breakpoint
CREATE TABLE `displacement_shown` (
	`event_id` text PRIMARY KEY NOT NULL,
	`dataset_ids` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
