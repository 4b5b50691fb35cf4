package dev.connexions.meta.sandbox.webhooks;

import dev.connexions.meta.sandbox.world.Setting;
import java.util.List;

/** The app's dashboard as far as callbacks go, and what is not known for certain of them (dossier 8, 9, 12.4). */
public final class WebhookSettings {

    public static final Setting<String> DEAUTHORIZE_URL = Setting.text("deauthorizeUrl", "");
    public static final Setting<String> DATA_DELETION_URL = Setting.text("dataDeletionUrl", "");

    /** An app in development hears nothing but tests (quirk 26). */
    public static final Setting<Boolean> APP_LIVE = Setting.flag("appLive", true);

    /** Whether what the sandbox sends may leave this machine. */
    public static final Setting<Boolean> BEYOND_LOOPBACK = Setting.flag("callbacksBeyondLoopback", false);

    /** Whether {@code é} is sent as {@code \}{@code u00e9} and a slash with a backslash before it (unverified). */
    public static final Setting<Boolean> ESCAPED = Setting.flag("webhooksEscaped", true);

    /** Which id Instagram Login's signed requests carry: the app's, or the account's (unverified). */
    public static final Setting<SignedId> SIGNED_ID = Setting.choice("signedRequestId", SignedId.SCOPED);

    public static final Setting<Boolean> ISSUED_AT_AS_TEXT = Setting.flag("issuedAtAsText", false);

    /** Whether an Instagram account can be subscribed to on graph.facebook.com (unverified). */
    public static final Setting<Boolean> ON_FACEBOOK = Setting.flag("accountSubscriptionsOnFacebook", true);

    /** The key of a comment's id: as delivered, or as documented. */
    public static final Setting<CommentKey> COMMENT_KEY = Setting.choice("commentIdKey", CommentKey.ID);

    /** Whether an app of Instagram Login hears of mentions: its fields name them, its pages do not (unverified). */
    public static final Setting<Boolean> MENTIONS_ON_INSTAGRAM = Setting.flag("mentionsOnInstagramLogin", true);

    public static final List<Setting<?>> ALL = List.of(
            DEAUTHORIZE_URL,
            DATA_DELETION_URL,
            APP_LIVE,
            BEYOND_LOOPBACK,
            ESCAPED,
            SIGNED_ID,
            ISSUED_AT_AS_TEXT,
            ON_FACEBOOK,
            COMMENT_KEY,
            MENTIONS_ON_INSTAGRAM);

    private WebhookSettings() {}

    public enum SignedId {
        SCOPED,
        ACCOUNT
    }

    public enum CommentKey {
        ID,
        COMMENT_ID
    }
}
