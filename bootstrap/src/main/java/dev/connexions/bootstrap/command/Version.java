package dev.connexions.bootstrap.command;

import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"connexions " + (version == null ? "(not packaged)" : version)};
    }
}
