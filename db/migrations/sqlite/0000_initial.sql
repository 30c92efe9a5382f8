CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_id` text,
	`before` text,
	`after` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_event` ON `audit_entries` (`event_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_id`,`at`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credentials_user` ON `credentials` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_provider_account` ON `credentials` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_office_user` ON `memberships` (`office_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`languages` text NOT NULL,
	`zone` text NOT NULL,
	`sender_name` text NOT NULL,
	`sender_address` text NOT NULL,
	`reply_to` text,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`language` text DEFAULT 'en' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`part_id` text NOT NULL,
	`room_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`abstract` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`spoken_languages` text NOT NULL,
	`interpreted_languages` text NOT NULL,
	`position` integer NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `agenda_items_event` ON `agenda_items` (`event_id`,`starts_at`,`position`);--> statement-breakpoint
CREATE TABLE `agenda_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`event_id` text NOT NULL,
	`role` text NOT NULL,
	`attendee_id` text,
	`person_id` text,
	`honorific` text NOT NULL,
	`names` text NOT NULL,
	`position` text NOT NULL,
	`organisation_name` text NOT NULL,
	`rank` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `agenda_roles_item` ON `agenda_roles` (`item_id`,`rank`);--> statement-breakpoint
CREATE INDEX `agenda_roles_event` ON `agenda_roles` (`event_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`user_id` text,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`cells` text NOT NULL,
	`mapping` text NOT NULL,
	`report` text,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `imports_office` ON `imports` (`office_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`acronym` text,
	`aliases` text NOT NULL,
	`email` text,
	`email_key` text,
	`phone` text,
	`language` text,
	`precedence` integer,
	`tags` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`search_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organisations_office` ON `organisations` (`office_id`,`sort_key`);--> statement-breakpoint
CREATE INDEX `organisations_email` ON `organisations` (`office_id`,`email_key`);--> statement-breakpoint
CREATE TABLE `person_emails` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`person_id` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`rank` integer NOT NULL,
	`is_failing` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_emails_person_address` ON `person_emails` (`person_id`,`address_key`);--> statement-breakpoint
CREATE INDEX `person_emails_key` ON `person_emails` (`office_id`,`address_key`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`organisation_id` text,
	`honorific` text NOT NULL,
	`names` text NOT NULL,
	`position` text NOT NULL,
	`phone` text,
	`language` text,
	`precedence` integer,
	`tags` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`search_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `persons_office` ON `persons` (`office_id`,`sort_key`);--> statement-breakpoint
CREATE INDEX `persons_organisation` ON `persons` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_event_user_role` ON `assignments` (`event_id`,`user_id`,`role`);--> statement-breakpoint
CREATE INDEX `assignments_user` ON `assignments` (`user_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`summary` text NOT NULL,
	`description` text NOT NULL,
	`languages` text NOT NULL,
	`zone` text NOT NULL,
	`contact` text NOT NULL,
	`cancellation_note` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`published_at` integer,
	`cancelled_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_slug` ON `events` (`slug`);--> statement-breakpoint
CREATE INDEX `events_office` ON `events` (`office_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `parts` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`audience` text NOT NULL,
	`capacity` integer,
	`answer_by` integer,
	`venue_id` text,
	`position` integer NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `parts_event` ON `parts` (`event_id`,`position`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`capacity` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `rooms_event` ON `rooms` (`event_id`,`position`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`directions` text NOT NULL,
	`map_url` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `venues_event` ON `venues` (`event_id`);--> statement-breakpoint
CREATE TABLE `booths` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`part_id` text NOT NULL,
	`code` text NOT NULL,
	`hall` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booths_code` ON `booths` (`event_id`,`code`);--> statement-breakpoint
CREATE INDEX `booths_event` ON `booths` (`event_id`,`position`);--> statement-breakpoint
CREATE TABLE `exhibit_governorates` (
	`exhibit_id` text NOT NULL,
	`event_id` text NOT NULL,
	`pcode` text NOT NULL,
	PRIMARY KEY(`exhibit_id`, `pcode`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_governorates_event` ON `exhibit_governorates` (`event_id`,`pcode`);--> statement-breakpoint
CREATE TABLE `exhibit_pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`exhibit_id` text NOT NULL,
	`file_id` text NOT NULL,
	`alt` text NOT NULL,
	`caption` text NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_pictures_exhibit` ON `exhibit_pictures` (`exhibit_id`,`position`);--> statement-breakpoint
CREATE TABLE `exhibit_sectors` (
	`exhibit_id` text NOT NULL,
	`event_id` text NOT NULL,
	`sector` text NOT NULL,
	PRIMARY KEY(`exhibit_id`, `sector`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_sectors_event` ON `exhibit_sectors` (`event_id`,`sector`);--> statement-breakpoint
CREATE TABLE `exhibits` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`booth_id` text,
	`organisation_id` text,
	`organisation_name` text NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`contact` text NOT NULL,
	`links` text NOT NULL,
	`qr_code` text NOT NULL,
	`position` integer NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`booth_id`) REFERENCES `booths`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibits_slug` ON `exhibits` (`event_id`,`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `exhibits_qr` ON `exhibits` (`qr_code`);--> statement-breakpoint
CREATE INDEX `exhibits_event` ON `exhibits` (`event_id`,`state`,`position`);--> statement-breakpoint
CREATE TABLE `figures` (
	`id` text PRIMARY KEY NOT NULL,
	`exhibit_id` text NOT NULL,
	`value` real NOT NULL,
	`qualifier` text NOT NULL,
	`label` text NOT NULL,
	`unit` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	`source_url` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `figures_exhibit` ON `figures` (`exhibit_id`,`position`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`key` text NOT NULL,
	`mime` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`widths` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_key` ON `files` (`key`);--> statement-breakpoint
CREATE INDEX `files_event` ON `files` (`event_id`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`invitation_id` text,
	`attendee_id` text NOT NULL,
	`part_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`via` text NOT NULL,
	`entered_by` text,
	`request_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answers_attendee` ON `answers` (`attendee_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `answers_request` ON `answers` (`request_id`,`attendee_id`,`part_id`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`attendee_id` text NOT NULL,
	`part_id` text NOT NULL,
	`event_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`answered_via` text,
	`answered_at` integer,
	`waiting_since` integer,
	PRIMARY KEY(`attendee_id`, `part_id`),
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `attendances_part` ON `attendances` (`part_id`,`status`);--> statement-breakpoint
CREATE INDEX `attendances_event` ON `attendances` (`event_id`,`status`);--> statement-breakpoint
CREATE TABLE `attendees` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`invitation_id` text,
	`person_id` text,
	`organisation_id` text,
	`source` text NOT NULL,
	`seat` text DEFAULT 'delegate' NOT NULL,
	`honorific` text NOT NULL,
	`names` text NOT NULL,
	`position` text NOT NULL,
	`organisation_name` text NOT NULL,
	`email` text,
	`phone` text,
	`language` text NOT NULL,
	`needs` text NOT NULL,
	`search_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`rank` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `attendees_event` ON `attendees` (`event_id`,`sort_key`);--> statement-breakpoint
CREATE INDEX `attendees_invitation` ON `attendees` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `invitation_parts` (
	`invitation_id` text NOT NULL,
	`part_id` text NOT NULL,
	PRIMARY KEY(`invitation_id`, `part_id`),
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitation_parts_part` ON `invitation_parts` (`part_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`person_id` text,
	`organisation_id` text,
	`language` text NOT NULL,
	`policy` text NOT NULL,
	`seats` integer NOT NULL,
	`alternates` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`token_hash` text NOT NULL,
	`token_version` integer DEFAULT 1 NOT NULL,
	`answered_at` integer,
	`message` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_person` ON `invitations` (`event_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_organisation` ON `invitations` (`event_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `invitations_event` ON `invitations` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `mailings` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`audience` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text,
	`approved_by` text,
	`approved_at` integer,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`approved_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `mailings_event` ON `mailings` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`event_id` text,
	`mailing_id` text,
	`invitation_id` text,
	`attendee_id` text,
	`kind` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`to` text NOT NULL,
	`from` text NOT NULL,
	`reply_to` text,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`calendar` text,
	`calendar_method` text,
	`message_id` text NOT NULL,
	`priority` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`leased_by` text,
	`leased_until` integer,
	`started_at` integer,
	`settled_at` integer,
	`response` text DEFAULT '' NOT NULL,
	`holds_secret` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_dedupe` ON `messages` (`dedupe_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_message_id` ON `messages` (`message_id`);--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`state`,`priority`,`due_at`);--> statement-breakpoint
CREATE INDEX `messages_event` ON `messages` (`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_mailing` ON `messages` (`mailing_id`,`state`);--> statement-breakpoint
CREATE INDEX `messages_invitation` ON `messages` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `messages_settled` ON `messages` (`state`,`settled_at`);