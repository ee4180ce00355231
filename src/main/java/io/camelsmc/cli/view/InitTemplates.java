package io.camelsmc.cli.view;

import io.camelsmc.spec.read.Defaults;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that {@code smc init} writes. */
public final class InitTemplates {

    private static final String WAVE =
            """
            # One row per server. Lines that begin with a hash and a space are read past, above the names of the columns only.
            # source_id         id of the source server in SMC (s-…); or use a column source_name
            # name              name of the job; unique in the account
            # wave, template    which values of defaults.yaml fill the empty cells of the row
            # system_disk_size  GiB, above the used space of the source
            # data_disks        index of the source disk : size in GiB, separated by semicolons
            # tags              key=value, separated by semicolons; or a column tag:KEY for each
            # enabled           false parks a row without deleting it
            # Further columns: smc explain, docs/parameters.md. A column whose name begins with _ is ignored.
            source_id,name,wave,template,image_name,system_disk_size,data_disks,tags,enabled,notes
            s-bp1e2fsl57knvuug0001,web-01,wave-01,web,web-01,80,1:100;2:500,app=shop;env=prod,true,replace these two rows
            s-bp1e2fsl57knvuug0002,db-01,wave-01,,db-01,120,1:500,app=shop;env=prod,false,this one is parked
            """;

    private static final String DEFAULTS =
            """
            # Values for the empty cells of the waves beside this file. A row is stronger than its template, the template
            # than the wave, the wave than global; what is not set is left to the service.
            # 'smc explain ROW FIELD --file WAVE' shows where a value comes from.
            global:
              regionId: cn-hangzhou
              targetType: Image
              netMode: 2
              vSwitchId: vsw-bp1ddbrxdlrcbim46
            waves:
              wave-01:
                # With a start, times in rows and here may be relative to it: +3d, +12h, +30m. At most 30 days ahead.
                # start: 2027-01-16T20:00:00Z
                # scheduledStartTime: +0h
                # validTime: +30d
                runOnce: true
            templates:
              web:
                replicationParameters: '{"bandwidth_limit":0,"compress_level":1}'
            """;

    private static final String ROUTE =
            """
            # Creates a job for each row of each sheet that is dropped into the directory inbox:
            #   smc run route.camel.yaml --defaults defaults.yaml --emulator  rehearses; nothing that it makes is real
            #   smc run route.camel.yaml --defaults defaults.yaml             asks the service, with the credentials of
            #                                                                 the environment
            # A sheet read twice makes nothing twice. 'smc run' without a route starts more complete ones.
            - route:
                id: wave
                from:
                  uri: file:inbox
                  parameters:
                    include: "(?i)[^.].*[.](csv|yaml|json|ndjson)"
                    readLock: changed
                    move: .done
                    moveFailed: .failed
                  steps:
                    - to:
                        uri: smc:readWave
                    - split:
                        simple:
                          expression: "${body}"
                        streaming: "true"
                        steps:
                          - doTry:
                              steps:
                                - to:
                                    uri: smc:createReplicationJob
                                - log:
                                    message: "${header.CamelSmcOutcome} ${header.CamelSmcJobId}"
                              doCatch:
                                - exception:
                                    - java.lang.Exception
                                  steps:
                                    - log:
                                        loggingLevel: ERROR
                                        message: "${exception.message}"
            """;

    /** Text by name of the file, in the order in which they are written. */
    public static final Map<String, String> ALL;

    static {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("wave-01.csv", WAVE);
        files.put(Defaults.FILE_NAME, DEFAULTS);
        files.put("route.camel.yaml", ROUTE);
        ALL = Collections.unmodifiableMap(files);
    }

    private InitTemplates() {}
}
