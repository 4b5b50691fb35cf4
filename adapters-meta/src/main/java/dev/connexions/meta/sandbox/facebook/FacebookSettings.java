package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.world.Setting;
import java.util.List;

/** What is unverified about Facebook Login, or differs from app to app (dossier 1.4, 2.1, 12.4). */
public final class FacebookSettings {

    /** The app's switch <i>Require App Secret</i>. */
    public static final Setting<Boolean> PROOF_REQUIRED = Setting.flag("appsecretProofRequired", false);

    /** {@code debug_token} sometimes answers {@code "data": []}. */
    public static final Setting<Boolean> DEBUG_EMPTY = Setting.flag("debugTokenEmpty", false);

    /** Old apps get {@code app_id} and {@code user_id} of {@code debug_token} as numbers. */
    public static final Setting<Boolean> DEBUG_NUMBERS = Setting.flag("debugTokenNumbers", false);

    /** Whether pages of a portfolio are in {@code /me/accounts} for whoever granted {@code business_management}. */
    public static final Setting<Boolean> PORTFOLIO_LISTED = Setting.flag("portfolioPagesListed", true);

    /** How a call without a token is refused: 0 is 2500 for {@code me} and 104 for all else. */
    public static final Setting<Integer> NO_TOKEN = Setting.number("missingTokenCode", 0, 0, 9999);

    /** How data is refused whose access ended 90 days after the person was last there. */
    public static final Setting<Integer> DATA_ACCESS_ENDED = Setting.number("dataAccessEndedCode", 190, 1, 9999);

    private FacebookSettings() {}

    public static List<Setting<?>> all() {
        return List.of(PROOF_REQUIRED, DEBUG_EMPTY, DEBUG_NUMBERS, PORTFOLIO_LISTED, NO_TOKEN, DATA_ACCESS_ENDED);
    }
}
