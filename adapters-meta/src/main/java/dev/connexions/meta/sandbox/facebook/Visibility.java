package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.people.Business;
import dev.connexions.meta.sandbox.people.Consent;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

/**
 * Which pages a person's tokens show: those in which the person has a role and which were ticked at the consent; those of a
 * portfolio only with {@code business_management} (dossier 2.1, quirk 18).
 */
record Visibility(World world, String person, Consent consent) {

    static Visibility of(World world, Token token) {
        return new Visibility(
                world, token.holder(), world.assets().consentOf(token.holder()).orElseThrow());
    }

    boolean shows(Page page) {
        return page.hasRole(person)
                && consent.covers(page)
                && (page.business() == null || consent.granted().contains(Scopes.BUSINESSES));
    }

    /** {@code /me/accounts} */
    List<Page> listed() {
        var withPortfolios = world.setting(FacebookSettings.PORTFOLIO_LISTED);
        return world.assets().pagesOf(person).stream()
                .filter(page -> page.business() == null || withPortfolios)
                .filter(this::shows)
                .toList();
    }

    List<Page> in(Business business, Page.Relation relation) {
        return world.assets().pagesIn(business).stream()
                .filter(page -> page.relation() == relation)
                .filter(this::shows)
                .toList();
    }
}
