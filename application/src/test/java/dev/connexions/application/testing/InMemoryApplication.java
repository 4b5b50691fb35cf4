package dev.connexions.application.testing;

import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.ChooseInBrowser;
import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.Connecting;
import dev.connexions.application.authorization.EraseConnexion;
import dev.connexions.application.authorization.Links;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.authorization.ResumeAuthorizations;
import dev.connexions.application.authorization.ReturnUrls;
import dev.connexions.application.authorization.RevokeConsents;
import dev.connexions.application.authorization.ShowAuthorizationSession;
import dev.connexions.application.authorization.ShowGrant;
import dev.connexions.application.authorization.VerifySiblings;
import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.ShowConnexion;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.application.quota.LapseReservations;
import dev.connexions.application.quota.ReleaseReservation;
import dev.connexions.application.quota.ReserveQuota;
import dev.connexions.application.quota.SetDailyLimit;
import dev.connexions.application.quota.ShowQuota;
import dev.connexions.application.quota.ShowReservation;
import dev.connexions.application.quota.SpendReservation;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.WhoAmI;
import dev.connexions.application.token.AdoptTokens;
import dev.connexions.application.token.ExpireTokens;
import dev.connexions.application.token.NoteUnreadableTokens;
import dev.connexions.application.token.PlanRenewals;
import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.application.token.RefreshToken;
import dev.connexions.application.token.RenewDueTokens;
import dev.connexions.domain.quota.CivilDay;
import dev.connexions.domain.token.RenewalPolicy;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;

/** Every use case, on one store in memory, one scripted login and one clock. */
public record InMemoryApplication(
        SettableTime clock,
        InMemoryStore store,
        FakeInstagram instagram,
        FakeTokens tokens,
        Transactions transactions,
        ReturnUrls returnUrls) {

    public static final URI RETURN_URL = URI.create("https://app.example.org/instagram");

    public static final CivilDay DAY = new CivilDay(ZoneId.of("UTC"));

    public static InMemoryApplication create() {
        var clock = new SettableTime(Fixtures.NOW);
        var store = new InMemoryStore(clock);
        return new InMemoryApplication(
                clock,
                store,
                new FakeInstagram(store, clock),
                new FakeTokens(store, clock),
                store.transactions(),
                new ReturnUrls(List.of(RETURN_URL)));
    }

    /** The same, but for its transactions. */
    public InMemoryApplication on(Transactions others) {
        return new InMemoryApplication(clock, store, instagram, tokens, others, returnUrls);
    }

    public WhoAmI whoAmI() {
        return new WhoAmI(transactions);
    }

    public CreateConnexion createConnexion() {
        return new CreateConnexion(transactions, store.connexions(), store.audit(), clock);
    }

    public ShowConnexion showConnexion() {
        return new ShowConnexion(store.reads(transactions));
    }

    public ListConnexions listConnexions() {
        return new ListConnexions(store.reads(transactions), clock);
    }

    public SwitchConnexion switchConnexion() {
        return new SwitchConnexion(transactions, store.connexions(), store.audit(), clock);
    }

    public UpdateConnexion updateConnexion() {
        return new UpdateConnexion(transactions, store.connexions(), store.audit(), clock);
    }

    public EraseConnexion eraseConnexion() {
        return new EraseConnexion(
                transactions,
                store.connexions(),
                store.sessions(),
                store.grants(),
                store.revocations(),
                store.audit(),
                clock);
    }

    public OpenAuthorizationSession openAuthorizationSession() {
        return new OpenAuthorizationSession(
                transactions, store.connexions(), store.sessions(), store.audit(), instagram, returnUrls, clock);
    }

    public ShowAuthorizationSession showAuthorizationSession() {
        return new ShowAuthorizationSession(transactions, store.sessions(), store.connexions());
    }

    public BeginConsent beginConsent() {
        return new BeginConsent(transactions, store.sessions(), store.connexions(), instagram, clock);
    }

    public CompleteAuthorization completeAuthorization() {
        return new CompleteAuthorization(transactions, store.sessions(), connecting(), instagram, clock);
    }

    public ChooseAccount chooseAccount() {
        return new ChooseAccount(transactions, store.sessions(), store.connexions(), connecting(), clock);
    }

    public ChooseInBrowser chooseInBrowser() {
        return new ChooseInBrowser(transactions, store.sessions(), chooseAccount(), clock);
    }

    public ResumeAuthorizations resumeAuthorizations() {
        return new ResumeAuthorizations(transactions, store.sessions(), connecting(), clock);
    }

    public VerifySiblings verifySiblings() {
        return new VerifySiblings(
                transactions,
                store.connexions(),
                store.grants(),
                store.consents(),
                store.siblings(),
                links(),
                instagram,
                clock);
    }

    public RevokeConsents revokeConsents() {
        return new RevokeConsents(transactions, store.revocations(), store.audit(), instagram, clock);
    }

    public ShowGrant showGrant() {
        return new ShowGrant(transactions, store.grants(), store.connexions());
    }

    private Connecting connecting() {
        return new Connecting(
                transactions,
                store.sessions(),
                store.connexions(),
                store.consents(),
                links(),
                store.revocations(),
                store.audit(),
                instagram,
                clock);
    }

    private Links links() {
        return new Links(
                store.connexions(),
                store.grants(),
                store.consents(),
                store.siblings(),
                store.vault(),
                store.audit(),
                RenewalPolicy.DEFAULT);
    }

    public ReadAccessToken readAccessToken() {
        return new ReadAccessToken(transactions, store.connexions(), store.vault(), store.audit(), clock);
    }

    public NoteUnreadableTokens noteUnreadableTokens() {
        return new NoteUnreadableTokens(transactions, store.connexions(), store.unreadableTokens(), clock);
    }

    public AdoptTokens adoptTokens() {
        return new AdoptTokens(transactions, store.connexions(), store.foreignTokens());
    }

    public ShowQuota showQuota() {
        return new ShowQuota(transactions, store.quotas(), DAY, clock);
    }

    public SetDailyLimit setDailyLimit() {
        return new SetDailyLimit(transactions, store.connexions(), store.quotas(), store.audit(), DAY, clock);
    }

    public ReserveQuota reserveQuota() {
        return new ReserveQuota(store.quotaLedger(), transactions, store.quotas(), store.audit(), DAY, clock);
    }

    public ShowReservation showReservation() {
        return new ShowReservation(transactions, store.quotas(), DAY, clock);
    }

    public SpendReservation spendReservation() {
        return new SpendReservation(transactions, store.quotas(), DAY, clock);
    }

    public ReleaseReservation releaseReservation() {
        return new ReleaseReservation(transactions, store.quotas(), DAY, clock);
    }

    public LapseReservations lapseReservations() {
        return new LapseReservations(transactions, store.quotas(), clock);
    }

    public RenewDueTokens renewDueTokens() {
        return new RenewDueTokens(
                transactions,
                store.connexions(),
                store.vault(),
                store.renewals(),
                store.audit(),
                tokens,
                RenewalPolicy.DEFAULT,
                clock);
    }

    public RefreshToken refreshToken() {
        return new RefreshToken(
                transactions,
                store.connexions(),
                store.vault(),
                store.renewals(),
                store.audit(),
                tokens,
                RenewalPolicy.DEFAULT,
                clock);
    }

    public ExpireTokens expireTokens() {
        return new ExpireTokens(transactions, store.connexions(), store.renewals(), store.audit(), clock);
    }

    public PlanRenewals planRenewals() {
        return new PlanRenewals(transactions, store.connexions(), store.renewals(), RenewalPolicy.DEFAULT, clock);
    }

    public ReadAuditTrail readAuditTrail() {
        return new ReadAuditTrail(transactions, store.connexions()::has, store.audit());
    }

    public ActAsAdministrator actAsAdministrator() {
        return new ActAsAdministrator(transactions, store.owners(), store.audit(), clock);
    }

    public RefuseAccess refuseAccess() {
        return new RefuseAccess(transactions, store.connexions()::has, store.audit(), clock);
    }
}
