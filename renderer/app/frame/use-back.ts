import { useLocation, useNavigate } from "react-router";
import { isTextField } from "../../scan/field.ts";

/**
 * One step back, for Escape: out of a field first, then to the screen before, at last to the start. Drafts are kept
 * by the workstation, so nothing entered is lost.
 */
export function useBack(): () => void {
	const navigate = useNavigate();
	const { pathname, key } = useLocation();
	return () => {
		const focused = document.activeElement;
		if (isTextField(focused)) focused.blur();
		else if (key !== "default") void navigate(-1);
		else if (pathname !== "/") void navigate("/");
	};
}
