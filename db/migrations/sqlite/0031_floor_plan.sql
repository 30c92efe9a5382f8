CREATE TABLE `hall_furniture` (
	`id` text PRIMARY KEY NOT NULL,
	`hall_id` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`x` integer NOT NULL,
	`y` integer NOT NULL,
	`width` integer NOT NULL,
	`depth` integer NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `hall_furniture_hall` ON `hall_furniture` (`hall_id`);--> statement-breakpoint
CREATE TABLE `halls` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`part_id` text NOT NULL,
	`name` text NOT NULL,
	`width` integer NOT NULL,
	`depth` integer NOT NULL,
	`step` integer NOT NULL,
	`picture_id` text,
	`picture_x` integer DEFAULT 0 NOT NULL,
	`picture_y` integer DEFAULT 0 NOT NULL,
	`picture_width` integer DEFAULT 0 NOT NULL,
	`picture_opacity` integer DEFAULT 50 NOT NULL,
	`is_picture_public` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`picture_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `halls_event` ON `halls` (`event_id`,`position`);--> statement-breakpoint
ALTER TABLE `booths` ADD `hall_id` text REFERENCES halls(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `booths` ADD `x` integer;--> statement-breakpoint
ALTER TABLE `booths` ADD `y` integer;--> statement-breakpoint
ALTER TABLE `booths` ADD `width` integer;--> statement-breakpoint
ALTER TABLE `booths` ADD `depth` integer;--> statement-breakpoint
ALTER TABLE `booths` ADD `category` text;--> statement-breakpoint
ALTER TABLE `booths` ADD `is_reserved` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `booths` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `booths_hall` ON `booths` (`hall_id`,`position`);