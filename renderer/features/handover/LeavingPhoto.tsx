import { Button, Modal } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useState } from "react";
import type { HandoverJob } from "../../../preload/contract/handover.ts";
import { call, mediaUrl } from "../../app/client.ts";
import { PhotoCapture } from "../../components/photo/PhotoCapture.tsx";
import { useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";

type Props = {
	job: HandoverJob;
	/** The photo from before, to match the angle. */
	ghost: string | undefined;
};

/** A picture of the item as the customer gets it, taken at the counter. Nobody has to. */
export function LeavingPhoto({ job, ghost }: Props) {
	const t = useTexts(handoverTexts);
	const [open, setOpen] = useState(false);
	const { jobId } = job;
	return (
		<>
			<Button
				size="compact-sm"
				variant="subtle"
				leftSection={<IconCamera size={16} stroke={1.7} />}
				onClick={() => setOpen(true)}
			>
				{t("leaving-photo")}
			</Button>
			<Modal opened={open} onClose={() => setOpen(false)} title={t("leaving-photo")} size="min(38rem, 94vw)">
				{open && (
					<PhotoCapture
						layer="modal"
						category={job.item.category}
						getTicket={async () => (await call("job.photo", { jobId, role: "after" })).ticket}
						onStored={(handle, insteadOf) =>
							call("job.addPhotos", {
								jobId,
								photos: [handle],
								...(insteadOf ? { insteadOf: insteadOf.handle } : {}),
							})
						}
						{...(ghost ? { overlayUrl: mediaUrl(ghost) } : {})}
					/>
				)}
			</Modal>
		</>
	);
}
