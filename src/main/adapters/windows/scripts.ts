/**
 * What PowerShell is told. The texts never change: names come in through the environment variable DEPOT_ASKED as JSON, so
 * that nothing has to be quoted, and the answer leaves as JSON in base64, so that no code page can spoil it.
 */
const BEGIN = `
$ErrorActionPreference = 'Stop'
$asked = $env:DEPOT_ASKED | ConvertFrom-Json
function Answer($value) {
  $json = ConvertTo-Json -InputObject $value -Depth 4 -Compress
  [Console]::Out.Write([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json)))
}
function Utc($time) { $time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ') }
`;

/** All queues. */
export const LIST_QUEUES = `${BEGIN}
$default = Get-CimInstance Win32_Printer -Filter 'Default=True' | Select-Object -First 1
$queues = @(Get-Printer | ForEach-Object {
  @{ queue = "$($_.Name)"; comment = "$($_.Comment)"; isDefault = $_.Name -eq $default.Name }
})
Answer @{ queues = $queues }
`;

/**
 * A queue, its jobs, and the jobs that Windows' print log says were printed since a time. That log is switched off unless
 * an administrator switched it on, so an empty list means nothing.
 */
export const LOOK_AT_QUEUE = `${BEGIN}
$printer = Get-Printer | Where-Object { $_.Name -eq $asked.queue } | Select-Object -First 1
$status = $null
$jobs = @()
$printed = @()
if ($printer) {
  $status = "$($printer.PrinterStatus)"
  $jobs = @(Get-PrintJob -PrinterName $printer.Name | ForEach-Object {
    @{
      id = [int]$_.Id; document = "$($_.DocumentName)"; status = "$($_.JobStatus)"
      pages = [int]$_.PagesPrinted; submitted = Utc $_.SubmittedTime
    }
  })
}
try {
  $log = @{ LogName = 'Microsoft-Windows-PrintService/Operational'; Id = 307; StartTime = [datetime]$asked.since }
  $printed = @(Get-WinEvent -FilterHashtable $log | Where-Object { $_.Properties[4].Value -eq $asked.queue } |
    ForEach-Object { @{ id = [int]$_.Properties[0].Value; document = "$($_.Properties[1].Value)" } })
} catch { }
Answer @{ status = $status; jobs = $jobs; printed = $printed }
`;

/** Takes one job out of a queue, if it is still the same one: Windows gives numbers anew after a restart. */
export const REMOVE_JOB = `${BEGIN}
Get-PrintJob -PrinterName $asked.queue |
  Where-Object { $_.Id -eq $asked.id -and (Utc $_.SubmittedTime) -eq $asked.submitted } | Remove-PrintJob
Answer @{ }
`;
