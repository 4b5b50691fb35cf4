package dev.connexions.bootstrap.demo;

/** What the demo says once it is ready: where everything is, and something to paste. */
final class Welcome {

    private Welcome() {}

    static String text(DemoFile demo) {
        var organisation = demo.organisations().getFirst();
        var account = demo.sandboxAccounts().getFirst();
        return """

            Connexions is ready. Ctrl-C stops all of it.

              API           %1$s            documented at %1$s/docs
              health        %2$s/observe/health/ready
              Meta sandbox  %3$s            a page to see and drive it: %3$s/_sandbox
              database      %4$s
                            user %5$s, password %6$s

            Organisations: %7$s. To use the first one, paste this into another terminal:

              BASE=%1$s
              SANDBOX=%3$s
              OPERATOR=%8$s
              SERVICE=%9$s
              ADMINISTRATOR=%10$s
              CONSENT_USERNAME=%11$s CONSENT_PASSWORD=%12$s

            and then a first request (README.md goes on from here):

              curl -s $BASE/v1/connexions -H "Authorization: Bearer $OPERATOR" -H 'Content-Type: application/json' \\
                -d '{"clientId": "6f0a2f5e-8f43-4b52-9a53-1e6f4ad6f0c1", "accountEmail": "owner@example.org"}'
            """.formatted(
                        demo.baseUrl(),
                        demo.adminUrl(),
                        demo.sandboxUrl(),
                        demo.database().url(),
                        demo.database().application().user(),
                        demo.database().application().password(),
                        String.join(
                                ", ",
                                demo.organisations().stream()
                                        .map(DemoFile.Organisation::name)
                                        .toList()),
                        organisation.tokens().operator(),
                        demo.tokens().service(),
                        demo.tokens().administrator(),
                        account.consentUsername(),
                        account.consentPassword());
    }
}
