package dev.connexions.meta.sandbox.facebook;

import java.util.List;

/** The permissions of Facebook Login that the sandbox knows (dossier 1.3). */
final class Scopes {

    static final String PUBLIC_PROFILE = "public_profile";
    static final String PAGES_LIST = "pages_show_list";
    static final String BUSINESSES = "business_management";
    static final String INSTAGRAM = "instagram_basic";

    static final List<String> ALL = List.of(
            PUBLIC_PROFILE,
            "email",
            PAGES_LIST,
            "pages_read_engagement",
            "pages_read_user_content",
            "pages_manage_metadata",
            "pages_manage_engagement",
            "pages_manage_posts",
            "pages_messaging",
            BUSINESSES,
            "ads_read",
            "ads_management",
            INSTAGRAM,
            "instagram_content_publish",
            "instagram_manage_comments",
            "instagram_manage_insights",
            "instagram_manage_messages",
            "instagram_manage_contents",
            "instagram_manage_engagement",
            "instagram_branded_content_creator");

    private Scopes() {}
}
