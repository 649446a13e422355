-- What a transaction may see is asked once per statement, not once per row.
DO $$
DECLARE
	policy record;
BEGIN
	FOR policy IN
		SELECT tablename, policyname,
			replace(qual, 'visible_brands()', '((SELECT visible_brands())::uuid[])') AS seen,
			replace(with_check, 'visible_brands()', '((SELECT visible_brands())::uuid[])') AS written
		FROM pg_policies WHERE schemaname = 'public'
	LOOP
		EXECUTE format('ALTER POLICY %I ON %I', policy.policyname, policy.tablename)
			|| coalesce(' USING (' || policy.seen || ')', '') || coalesce(' WITH CHECK (' || policy.written || ')', '');
	END LOOP;
END $$;
