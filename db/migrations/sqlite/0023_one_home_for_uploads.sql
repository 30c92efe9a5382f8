INSERT INTO uploads (id, office_id, event_id, kind, user_id, file_name, state, head, choices, report, created_at, closed_at)
SELECT id, office_id, NULL, 'guests', user_id, file_name, state,
	CASE state WHEN 'open' THEN json_object('source', json(source), 'lineCount', line_count) ELSE '{}' END,
	json_object('headerLine', header_line, 'mapping', json(mapping), 'lines', json(coalesce(choices, '{}'))),
	report, created_at, confirmed_at
FROM imports;--> statement-breakpoint
INSERT INTO upload_pieces (upload_id, position, lines) SELECT import_id, position, lines FROM import_cells;--> statement-breakpoint
INSERT INTO uploads (id, office_id, event_id, kind, user_id, file_name, state, head, choices, report, created_at, closed_at)
SELECT i.id, e.office_id, i.event_id, 'schedule', i.user_id, i.file_name, i.state, i.head, i.choices, i.report, i.created_at, i.confirmed_at
FROM agenda_imports i JOIN events e ON e.id = i.event_id;--> statement-breakpoint
INSERT INTO upload_pieces (upload_id, position, lines) SELECT import_id, position, items FROM agenda_import_items;--> statement-breakpoint
DROP TABLE `agenda_import_items`;--> statement-breakpoint
DROP TABLE `agenda_imports`;--> statement-breakpoint
DROP TABLE `import_cells`;--> statement-breakpoint
DROP TABLE `imports`;