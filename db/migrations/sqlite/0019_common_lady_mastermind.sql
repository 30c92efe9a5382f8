CREATE TABLE `organisation_quotas` (
	`part_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`seats` integer NOT NULL,
	PRIMARY KEY(`part_id`, `organisation_id`),
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `parts` ADD `seats_given` text DEFAULT 'atOnce' NOT NULL;--> statement-breakpoint
ALTER TABLE `parts` ADD `offer_hours` integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE `parts` ADD `organisation_quota` integer;--> statement-breakpoint
ALTER TABLE `attendances` ADD `waiting_rank` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attendances` ADD `offer_until` integer;--> statement-breakpoint
ALTER TABLE `attendances` ADD `rests_since` integer;--> statement-breakpoint
CREATE INDEX `attendances_offered` ON `attendances` (`offer_until`) WHERE "attendances"."offer_until" is not null;