package io.camelsmc.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sheet as teams keep them: disks, network, tags and a note in every row. */
final class Sheet {

    private Sheet() {}

    static Path write(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("source_id,name,wave,app,region,target_type,image_name,system_disk_size,data_disks,net_mode,"
                    + "vswitch_id,tags,notes\n");
            for (int i = 1; i <= rows; i++) {
                out.write(String.format(
                        "s-bp1%017d,web-%d,wave-%02d,shop,cn-hangzhou,Image,img-%d,%d,1:%d;2:500,2,"
                                + "vsw-bp1ddbrxdlrcbim46,app=shop;env=prod,\"rack %d, row %d\"\n",
                        i, i, i % 40 + 1, i, 40 + i % 100, 100 + i % 400, i % 50, i));
            }
        }
        return file;
    }
}
