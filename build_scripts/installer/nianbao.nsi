; Setup of the Windows program, for the user alone: no administrator, no network. windows_package.py hands over by -D:
;   MADE   folder with product.nsh (what product.py says), files.nsh (what unpacks the frozen program) and icon.ico
;   OUT    the setup to be written
;   FAST   quick compression, for trials
;   SIGN   command that signs the program whose path follows it; nothing is signed without
; Silent: setup.exe /S [/D=folder]; uninstall.exe /S. A running program is waited for, never ended: nothing typed is lost.
;
; On the disk is always the whole old or the whole new program. The new one is unpacked into _new while the old one stays
; as it is; then the parts of the old one are renamed into _old and those of the new one into their place. ${COMMAND}.exe
; goes first and comes last: where it is, all parts fit together; where only _old has it, the next setup puts all back.
;
; Exit codes: 0 done, 1 cancelled, 3 Windows too old; 4 the program runs, a file is held, or another setup is open;
; 5 the files could not be written; 6 too little room; 7 a newer version is installed. With all but 0 the former program
; is there as it was. A silent setup that does not install says why in ${RESULT}, in the folder for temporary files.
; uninstall.exe ends at once and goes on as a copy; "uninstall.exe /S _?=folder" waits and tells the same codes.
Unicode true
Target amd64-unicode
!include "${MADE}/product.nsh"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define EXE "$INSTDIR\${COMMAND}.exe"
!define CLASSES "Software\Classes"
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6.8 runs on
!define SILENT_ROUNDS 120  ; of half a second each, until a silent setup gives up
!define ASK_ROUNDS 4       ; the same, until one with windows asks: virus scanners hold new files for a moment
!define ALREADY_EXISTS 183
!define RESULT "${ID}-setup.txt"

Name "${NAME}"
OutFile "${OUT}"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
RequestExecutionLevel user
ManifestDPIAware true
AllowSkipFiles off
FileErrorText "" "写不进文件：$\r$\n$0$\r$\n$\r$\n单击“重试”再试一次；单击“取消”停止安装，原来装有的程序不会改动。"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "InstallDir"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${FOUR}"
VIFileVersion "${FOUR}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "${COPYRIGHT}"

!define MUI_ICON "${MADE}/icon.ico"
!define MUI_UNICON "${MADE}/icon.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${MADE}/side.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "将安装 ${NAME} ${VERSION}。$\r$\n$\r$\n只为当前用户安装，不需要管理员，不联网。已有的草稿和报告不会改动。$\r$\n$\r$\n单击“下一步”继续。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "没有装上"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "文件写不进去。原来装有的程序没有改动。"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "已安装 ${NAME}"
!define MUI_FINISHPAGE_TEXT "桌面和开始菜单中有“${NAME}”。$\r$\n$\r$\n单击“完成”关闭本窗口。"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "立即打开"
!define MUI_FINISHPAGE_RUN_FUNCTION Open
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "打开并自检，约需半分钟"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION OpenAndTest
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载 ${NAME}。只删除程序自己的文件；您的草稿、报告和自动保存的内容都会保留。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Var Question ; what is in the way and what to do about it; "" if nothing is
Var Tries
!define RUNNING "“${NAME}”正在运行。$\r$\n$\r$\n请先保存草稿并关闭它，再单击“重试”。"

; Tell why it ends, or write it down where nobody looks at windows. The text may hold $0 and $1.
!macro Refuse icon text
  ${If} ${Silent}
    Push $R8
    FileOpen $R8 "$TEMP\${RESULT}" w
    FileWriteUTF16LE /BOM $R8 "${text}$\r$\n"
    FileClose $R8
    Pop $R8
  ${Else}
    MessageBox MB_OK|${icon} "${text}"
  ${EndIf}
!macroend

!macro SayHeld name
  StrCpy $Question "“${name}”正被其他程序（如杀毒软件、资源管理器）占用，程序文件还没有改动。$\r$\n$\r$\n请稍等几秒，或关闭那个程序，再单击“重试”。"
!macroend

!macro MovePart from to name
  ${If} $Question == ""
    ClearErrors
    Rename "${from}\${name}" "${to}\${name}"
    ${If} ${Errors}
      !insertmacro SayHeld "${name}"
    ${EndIf}
  ${EndIf}
!macroend

; An empty folder stands in _old for a part that the old program lacks, so that _old tells which parts are away.
!macro MoveAway name
  ${If} ${FileExists} "$INSTDIR\${name}"
    !insertmacro MovePart "$INSTDIR" "$INSTDIR\_old" "${name}"
  ${Else}
    CreateDirectory "$INSTDIR\_old\${name}"
  ${EndIf}
!macroend

!macro TakeBack name
  ${If} ${FileExists} "$INSTDIR\_old\${name}"
  ${AndIf} ${FileExists} "$INSTDIR\${name}"
    !insertmacro MovePart "$INSTDIR" "$INSTDIR\_new" "${name}"
  ${EndIf}
!macroend

!macro PutBack name
  ${If} ${FileExists} "$INSTDIR\_old\${name}"
    !insertmacro MovePart "$INSTDIR\_old" "$INSTDIR" "${name}"
    RMDir "$INSTDIR\${name}" ; only if empty
  ${EndIf}
!macroend

!macro AskIfRuns name
  ${If} ${FileExists} "$INSTDIR\${name}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${name}" a
    ${If} ${Errors}
      StrCpy $Question "${RUNNING}"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

; The functions of setup and uninstaller; NSIS wants them twice.
!macro Functions un
Function ${un}MoveOldAway
  CreateDirectory "$INSTDIR\_old"
  !insertmacro MoveAway "${COMMAND}.exe"
  !insertmacro MoveAway "${CLI}.exe"
  !insertmacro MoveAway "_internal"
  !insertmacro MoveAway "uninstall.exe"
FunctionEnd

; Undo, as far as they went, MoveOldAway and what Swap does after it.
Function ${un}PutOldBack
  CreateDirectory "$INSTDIR\_new"
  !insertmacro TakeBack "${COMMAND}.exe"
  !insertmacro TakeBack "${CLI}.exe"
  !insertmacro TakeBack "_internal"
  !insertmacro TakeBack "uninstall.exe"
  !insertmacro PutBack "uninstall.exe"
  !insertmacro PutBack "_internal"
  !insertmacro PutBack "${CLI}.exe"
  !insertmacro PutBack "${COMMAND}.exe"
FunctionEnd

; Finish what a setup left that was broken off.
Function ${un}Repair
  ${If} ${FileExists} "$INSTDIR\_old\${COMMAND}.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\${COMMAND}.exe"
    Call ${un}PutOldBack
  ${EndIf}
  ${If} $Question == ""
    RMDir /r "$INSTDIR\_new"
    RMDir /r "$INSTDIR\_old"
    ${If} ${FileExists} "$INSTDIR\_old"
      !insertmacro SayHeld "_old"
    ${EndIf}
  ${EndIf}
FunctionEnd

; A file that runs, or that another program holds, cannot be opened for writing.
Function ${un}AskIfHeld
  ${If} $R9 != "" ; the name of a folder otherwise
    SetFileAttributes "$R9" NORMAL
    ClearErrors
    FileOpen $0 "$R9" a
    ${If} ${Errors}
      !insertmacro SayHeld "$R7"
    ${Else}
      FileClose $0
    ${EndIf}
    ClearErrors
  ${EndIf}
  ${If} $Question == ""
    Push ""
  ${Else}
    Push "StopLocate"
  ${EndIf}
FunctionEnd

Function ${un}WaitUntilFree
  again:
    StrCpy $Question ""
    Call ${un}Repair
    !insertmacro AskIfRuns "${COMMAND}.exe"
    !insertmacro AskIfRuns "${CLI}.exe"
    ${If} $Question == ""
      ${Locate} "$INSTDIR\_internal" "/L=F /B=1" "${un}AskIfHeld" ; by default it shows its own words, in English
    ${EndIf}
    StrCmp $Question "" done
    Call ${un}WaitOrGiveUp
    Goto again
  done:
FunctionEnd

; Wait for half a second, or ask; where that is of no use, end with the old program in its place.
Function ${un}WaitOrGiveUp
  IntOp $Tries $Tries + 1
  ${If} ${Silent}
    IntCmp $Tries ${SILENT_ROUNDS} 0 wait 0
    !insertmacro Refuse MB_ICONEXCLAMATION "$Question"
    Goto give_up
  ${EndIf}
  IntCmp $Tries ${ASK_ROUNDS} 0 wait
  StrCpy $Tries 0
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$Question" IDRETRY wait
  give_up:
    Call ${un}RemoveNew
    SetErrorLevel 4
    Quit
  wait:
    Sleep 500
FunctionEnd

Function ${un}RemoveNew
  SetOutPath "$TEMP" ; the folder in which a program is cannot be removed
  RMDir /r "$INSTDIR\_new"
  RMDir "$INSTDIR\_old"
  RMDir "$INSTDIR"
FunctionEnd

Function ${un}OneAtATime
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${ID}-setup") p .r0 ?e'
  Pop $0
  ${If} $0 == ${ALREADY_EXISTS}
    !insertmacro Refuse MB_ICONEXCLAMATION "“${NAME}”的安装或卸载程序已经打开，请先完成或关闭它。"
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Functions ""
!insertmacro Functions "un."

; Both or nothing: the old program goes away and the new one comes.
Function Swap
  again:
    StrCpy $Question ""
    Call MoveOldAway
    !insertmacro MovePart "$INSTDIR\_new" "$INSTDIR" "_internal"
    !insertmacro MovePart "$INSTDIR\_new" "$INSTDIR" "${CLI}.exe"
    !insertmacro MovePart "$INSTDIR\_new" "$INSTDIR" "uninstall.exe"
    !insertmacro MovePart "$INSTDIR\_new" "$INSTDIR" "${COMMAND}.exe"
    StrCmp $Question "" done
    Push $Question
    StrCpy $Question ""
    Call PutOldBack
    Pop $Question
    Call WaitOrGiveUp
    Goto again
  done:
FunctionEnd

Function Open
  SendMessage $mui.FinishPage.ShowReadme ${BM_GETCHECK} 0 0 $0
  ${If} $0 != ${BST_CHECKED} ; else it is opened for that
    Exec '"${EXE}"'
  ${EndIf}
FunctionEnd

Function OpenAndTest
  Exec '"${EXE}" --self-check'
FunctionEnd

Function .onInit
  ${IfNot} ${AtLeastWin10}
    Goto too_old
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    Goto too_old
  ${EndIf}
  ${If} ${RunningX64}
    Delete "$TEMP\${RESULT}"
    Call OneAtATime
    Call RefuseDowngrade
    Return
  ${EndIf}
  too_old:
    !insertmacro Refuse MB_ICONSTOP "这台电脑不能安装“${NAME}”：需要 64 位的 Windows 10（1809 版或更新）或 Windows 11。$\r$\n$\r$\n在这台电脑上可以用 Excel 或 WPS 填写安装包旁边的“${WORKBOOK}”，或别的电脑存的草稿：合计自动算，勾稽对不上的自动标红。再到能运行本程序的电脑上打开，生成 Word 报告。"
    SetErrorLevel 3
    Quit
FunctionEnd

; What a newer version has written, an older one may not be able to read.
Function RefuseDowngrade
  ReadRegStr $0 HKCU "${UNKEY}" "DisplayVersion"
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $0 != ""
  ${AndIf} $1 == 1
    !insertmacro Refuse MB_ICONSTOP "已经装有更新的 $0 版，没有安装 ${VERSION} 版，什么都没有改动。$\r$\n$\r$\n确实要用旧版的，请先在“设置－应用”中卸载新版，再装旧版；草稿和报告都会保留。"
    SetErrorLevel 7
    Quit
  ${EndIf}
FunctionEnd

Function un.onInit
  Delete "$TEMP\${RESULT}"
  Call un.OneAtATime
FunctionEnd

; Called where a file cannot be written; the old program has not been touched yet.
Function .onInstFailed
  Call RemoveNew
  ${If} ${Silent} ; else it has been said
    !insertmacro Refuse MB_ICONSTOP "文件写不进去，没有装上。原来装有的程序没有改动。"
  ${EndIf}
FunctionEnd

Section "" PROGRAM
  ; Always a folder of our own: somebody may choose D:\, and the folders below are removed as a whole
  StrLen $1 "\${ID}"
  IntOp $1 0 - $1
  StrCpy $0 $INSTDIR "" $1
  StrCmp $0 "\${ID}" +2
    StrCpy $INSTDIR "$INSTDIR\${ID}"
  Call WaitUntilFree
  CreateDirectory "$INSTDIR"
  Call NeedRoom
  SetErrorLevel 5 ; for whatever ends the unpacking
  !include "${MADE}/files.nsh"
  WriteUninstaller "$INSTDIR\_new\uninstall.exe"
  SetOutPath "$INSTDIR"
  Call Swap
  RMDir /r "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old" ; what is held until then goes with the next setup
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "${EXE}"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "${EXE}"
  ; Offered under 打开方式 for .xlsx; what opens .xlsx by double click stays as it is
  WriteRegStr HKCU "${CLASSES}\Applications\${COMMAND}.exe" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\${COMMAND}.exe\shell\open\command" "" '"${EXE}" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${COMMAND}.exe\SupportedTypes" ".xlsx" ""
  WriteRegStr HKCU "${CLASSES}\${ID}.draft" "" "${NAME}草稿"
  WriteRegStr HKCU "${CLASSES}\${ID}.draft\DefaultIcon" "" "${EXE},0"
  WriteRegStr HKCU "${CLASSES}\${ID}.draft\shell\open\command" "" '"${EXE}" "%1"'
  WriteRegNone HKCU "${CLASSES}\.xlsx\OpenWithProgids" "${ID}.draft"
  WriteRegStr HKCU "Software\${ID}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "${EXE}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" $0
  ${RefreshShellIcons}
  SetErrorLevel 0
SectionEnd

Function NeedRoom
  SectionGetSize ${PROGRAM} $0
  IntOp $0 $0 / 1024
  IntOp $0 $0 + 5 ; MB; the uninstaller and the tables of the file system
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r1, p 0, p 0) i .r2'
  ${If} $2 == 0 ; it cannot be asked
    Return
  ${EndIf}
  System::Int64Op $1 / 1048576
  Pop $1
  ${If} $1 < $0
    !insertmacro Refuse MB_ICONSTOP "磁盘空间不够：需要 $0 MB，只剩 $1 MB。什么都没有改动。$\r$\n$\r$\n请先清理磁盘，或换一个盘再装。"
    Call RemoveNew
    SetErrorLevel 6
    Quit
  ${EndIf}
FunctionEnd

Section "Uninstall"
  again:
    Call un.WaitUntilFree
    Call un.MoveOldAway
    StrCmp $Question "" away
    Push $Question
    StrCpy $Question ""
    Call un.PutOldBack
    Pop $Question
    Call un.WaitOrGiveUp
    Goto again
  away:
  ; Only what was installed, by name; a folder with somebody's files in it stays
  RMDir /r "$INSTDIR\_old"
  Call un.RemoveNew
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\Applications\${COMMAND}.exe"
  DeleteRegKey HKCU "${CLASSES}\${ID}.draft"
  DeleteRegValue HKCU "${CLASSES}\.xlsx\OpenWithProgids" "${ID}.draft"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.xlsx\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.xlsx"
  DeleteRegKey HKCU "Software\${ID}"
  DeleteRegKey HKCU "${UNKEY}"
  ${RefreshShellIcons}
SectionEnd
