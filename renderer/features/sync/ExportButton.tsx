import { Button } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { saveFile } from "../../components/act/save-file.ts";

/** Saves what `make` offers; says in place why it could not. */
export function ExportButton({
	label,
	make,
}: {
	label: string;
	make: () => Promise<{ handle: string; fileName: string }>;
}) {
	const [error, setError] = useState<unknown>();
	const save = async () => {
		setError(undefined);
		try {
			saveFile(await make());
		} catch (thrown) {
			setError(thrown);
		}
	};
	return (
		<>
			<Button variant="default" onClick={() => void save()}>
				{label}
			</Button>
			{error !== undefined && <Failed inline error={error} />}
		</>
	);
}
