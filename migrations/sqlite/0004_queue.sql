DROP INDEX `claims_assignee`;--> statement-breakpoint
DROP INDEX `claims_due`;--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`assignee`,`stage`);--> statement-breakpoint
CREATE INDEX `claims_due` ON `claims` ((case when stage = 'decided' or stage = 'set_aside' then '9999-12-32' when due_on is null then '9999-12-31' else due_on end),`stage_since`,`id`);--> statement-breakpoint
CREATE INDEX `appearances_kind` ON `appearances` (`claimant_kind`,`claim`);--> statement-breakpoint
CREATE INDEX `verdicts_rating` ON `verdicts` (`status`,`rating`,`claim`);