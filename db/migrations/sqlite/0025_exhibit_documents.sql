CREATE TABLE `exhibit_drafts` (
	`exhibit_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `exhibit_edits` (
	`exhibit_id` text NOT NULL,
	`version` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	`before` text NOT NULL,
	PRIMARY KEY(`exhibit_id`, `version`),
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `exhibit_media` (
	`id` text PRIMARY KEY NOT NULL,
	`exhibit_id` text NOT NULL,
	`file_id` text,
	`document_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `exhibit_media_exhibit` ON `exhibit_media` (`exhibit_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `exhibit_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`exhibit_id` text NOT NULL,
	`number` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`made_at` integer NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`content` text NOT NULL,
	FOREIGN KEY (`exhibit_id`) REFERENCES `exhibits`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exhibit_versions_number` ON `exhibit_versions` (`exhibit_id`,`number`);--> statement-breakpoint
CREATE INDEX `exhibit_versions_due` ON `exhibit_versions` (`publish_at`);--> statement-breakpoint
ALTER TABLE `exhibits` ADD `ahead` text DEFAULT 'no' NOT NULL;--> statement-breakpoint
ALTER TABLE `exhibits` ADD `words` text;--> statement-breakpoint
ALTER TABLE `exhibits` ADD `lacking` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- What exhibits said until now becomes their documents, before the columns it stood in go.
INSERT INTO `exhibit_media` (`id`, `exhibit_id`, `file_id`, `document_id`, `created_at`)
SELECT p.`id`, p.`exhibit_id`, p.`file_id`, NULL, e.`created_at` FROM `exhibit_pictures` p JOIN `exhibits` e ON e.`id` = p.`exhibit_id`;--> statement-breakpoint
INSERT INTO `exhibit_drafts` (`exhibit_id`, `version`, `updated_at`, `content`)
SELECT e.`id`, 1, e.`updated_at`, json_object(
	'title', json(e.`title`), 'summary', json(e.`summary`), 'organisationName', json(e.`organisation_name`),
	'sectors', json((SELECT json_group_array(s.`sector`) FROM `exhibit_sectors` s WHERE s.`exhibit_id` = e.`id`)),
	'governorates', json((SELECT json_group_array(g.`pcode`) FROM `exhibit_governorates` g WHERE g.`exhibit_id` = e.`id`)),
	'contact', json(e.`contact`),
	'links', json((SELECT json_group_array(json_object('id', 'link-' || l.key, 'url', json_extract(l.value, '$.url'), 'label', json(json_extract(l.value, '$.label')))) FROM json_each(e.`links`) l)),
	'coverPicture', (SELECT p.`id` FROM `exhibit_pictures` p WHERE p.`exhibit_id` = e.`id` ORDER BY p.`position`, p.`id` LIMIT 1),
	'pictures', json((SELECT json_group_array(json(x.j)) FROM (SELECT json_object('id', p.`id`, 'alt', json(p.`alt`), 'caption', json(p.`caption`), 'credit', p.`credit`, 'focus', json_object('x', 50, 'y', 50)) AS j FROM `exhibit_pictures` p WHERE p.`exhibit_id` = e.`id` ORDER BY p.`position`, p.`id`) x)),
	'blocks', json((SELECT json_group_array(json(b.j)) FROM (
		SELECT 1 AS o, json_object('id', 'text', 'kind', 'text', 'heading', json('{}'), 'text', json(e.`body`)) AS j WHERE e.`body` <> '{}'
		UNION ALL
		SELECT 2, json_object('id', 'figures', 'kind', 'figures', 'heading', json('{}'), 'items', json((SELECT json_group_array(json(x.j)) FROM (SELECT json_object('id', f.`id`, 'value', f.`value`, 'qualifier', f.`qualifier`, 'label', json(f.`label`), 'unit', json(f.`unit`), 'asOf', f.`as_of`, 'source', json(f.`source`), 'sourceUrl', coalesce(f.`source_url`, '')) AS j FROM `figures` f WHERE f.`exhibit_id` = e.`id` ORDER BY f.`position`, f.`id`) x)))
		WHERE EXISTS (SELECT 1 FROM `figures` f WHERE f.`exhibit_id` = e.`id`)
		UNION ALL
		SELECT 3, json_object('id', 'gallery', 'kind', 'gallery', 'heading', json('{}'), 'items', json((SELECT json_group_array(json(x.j)) FROM (SELECT json_object('id', p.`id`, 'picture', p.`id`) AS j FROM `exhibit_pictures` p WHERE p.`exhibit_id` = e.`id` ORDER BY p.`position`, p.`id` LIMIT -1 OFFSET 1) x)))
		WHERE (SELECT count(*) FROM `exhibit_pictures` p WHERE p.`exhibit_id` = e.`id`) > 1
		ORDER BY o
	) b))
) FROM `exhibits` e;--> statement-breakpoint
INSERT INTO `exhibit_versions` (`id`, `exhibit_id`, `number`, `actor_kind`, `actor_id`, `made_at`, `publish_at`, `published_at`, `content`)
SELECT e.`id`, e.`id`, 1, 'system', NULL, e.`updated_at`, NULL, CASE e.`state` WHEN 'published' THEN coalesce(e.`published_at`, e.`updated_at`) END, d.`content`
FROM `exhibits` e JOIN `exhibit_drafts` d ON d.`exhibit_id` = e.`id` WHERE e.`state` <> 'draft';--> statement-breakpoint
ALTER TABLE `exhibits` DROP COLUMN `body`;--> statement-breakpoint
ALTER TABLE `exhibits` DROP COLUMN `contact`;--> statement-breakpoint
ALTER TABLE `exhibits` DROP COLUMN `links`;--> statement-breakpoint
ALTER TABLE `exhibit_pictures` DROP COLUMN `caption`;--> statement-breakpoint
ALTER TABLE `exhibit_pictures` DROP COLUMN `credit`;