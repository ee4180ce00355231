#!/usr/bin/env bash
# Prints a sheet of that many rows as CSV. Usage: bench/sheet.sh ROWS
set -euo pipefail
awk -v rows="${1:?how many rows}" 'BEGIN {
  print "source_id,name,wave,app,region,target_type,image_name,system_disk_size,net_mode,vswitch_id,tags"
  for (i = 1; i <= rows; i++)
    printf "s-bp1%017d,web-%d,wave-%02d,shop,cn-hangzhou,Image,img-%d,%d,2,vsw-bp1ddbrxdlrcbim46,app=shop;env=prod\n",
      i, i, i % 40 + 1, i, 40 + i % 100
}'
